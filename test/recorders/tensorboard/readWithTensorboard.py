"""Reads a log folder with TensorBoard's own data server and HParams backend; prints what they say as JSON."""

import json
import math
import sys
import time

from google.protobuf import json_format
from tensorboard import context
from tensorboard.data import server_ingester
from tensorboard.plugins import base_plugin
from tensorboard.plugins.hparams import api_pb2, backend_context, get_experiment, list_session_groups
from tensorboard.util import grpc_util

ALL = 1_000_000
samples = {"scalars": 0, "histograms": 0}  # 0: keep every point
ingester = server_ingester.SubprocessServerDataIngester(
    server_binary=server_ingester.get_server_binary(),
    logdir=sys.argv[1],
    reload_interval=5,
    channel_creds_type=grpc_util.ChannelCredsType.LOCAL,
    samples_per_plugin=samples,
)
ingester.start()
provider = ingester.data_provider
ctx = context.RequestContext()


def scalars():
    read = provider.read_scalars(ctx, experiment_id="", plugin_name="scalars", downsample=ALL)
    return {
        run: {tag: [[datum.step, number(datum.value)] for datum in data] for tag, data in tags.items()}
        for run, tags in read.items()
    }


def number(value):
    return value if math.isfinite(value) else str(value)  # JSON has no NaN


def histograms():
    read = provider.read_tensors(ctx, experiment_id="", plugin_name="histograms", downsample=ALL)
    return {
        run: {tag: [[datum.step, datum.numpy.tolist()] for datum in data] for tag, data in tags.items()}
        for run, tags in read.items()
    }


def hyperparameters():
    backend = backend_context.Context(base_plugin.TBContext(data_provider=provider))
    metadata = backend.hparams_metadata(ctx, "")
    nothing = backend.hparams_from_data_provider(ctx, "", 0)
    experiment = backend.experiment_from_metadata(ctx, "", True, metadata, nothing)
    statuses = [api_pb2.STATUS_UNKNOWN, api_pb2.STATUS_SUCCESS, api_pb2.STATUS_FAILURE, api_pb2.STATUS_RUNNING]
    request = api_pb2.ListSessionGroupsRequest(
        start_index=0, slice_size=ALL, allowed_statuses=statuses, include_metrics=True
    )
    groups = list_session_groups.Handler(ctx, backend, "", request).run()
    return {
        "experiment": json_format.MessageToDict(experiment),
        "groups": json_format.MessageToDict(groups, always_print_fields_with_no_presence=True)["sessionGroups"],
    }


def everything():
    return json.dumps({"scalars": scalars(), "histograms": histograms(), "hyperparameters": hyperparameters()})


# The server answers before it has read all: wait until it says the same twice.
before, now = None, everything()
while now != before:
    time.sleep(0.5)
    before, now = now, everything()
print(now)
