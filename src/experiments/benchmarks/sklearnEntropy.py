"""Entropy of directions by scikit-learn: an independent answer to compare ours with, and a time to compare it against.

Reads N rows of d little-endian single-precision weights from standard input; N and d are the arguments. Takes their spherical
angles, finds each row's nearest neighbour and estimates the entropy on the unit sphere as Kozachenko and Leonenko do.
Prints one line of JSON: {"nats": ..., "seconds": ...}, the reading not timed.
"""

import json
import sys
import time

import numpy
from scipy.special import gammaln
from sklearn.neighbors import NearestNeighbors

LEAST = 1e-8


def spherical_angles(weights):
    weights = weights.astype(numpy.float64)
    squares = weights**2
    norms_from = numpy.sqrt(numpy.cumsum(squares[:, ::-1], axis=1)[:, ::-1])
    angles = numpy.arctan2(norms_from[:, 1:], weights[:, :-1])
    angles[:, -1] = numpy.arctan2(weights[:, -1], weights[:, -2])
    return angles


def direction_entropy(weights):
    angles = spherical_angles(weights)
    samples, free = angles.shape
    distances, _ = NearestNeighbors(n_neighbors=2).fit(angles).kneighbors(angles)
    nearest = numpy.maximum(distances[:, 1], LEAST)
    sines = numpy.maximum(numpy.sin(angles[:, :-1]), LEAST)
    log_volume = (numpy.log(sines) * numpy.arange(free - 1, 0, -1)).sum() / samples
    log_ball = free / 2 * numpy.log(numpy.pi) - gammaln(free / 2 + 1)
    return free * numpy.log(nearest).mean() + log_ball + numpy.log(samples - 1) + numpy.euler_gamma + log_volume


if __name__ == "__main__":
    samples, dimension = int(sys.argv[1]), int(sys.argv[2])
    rows = numpy.frombuffer(sys.stdin.buffer.read(), "<f4").reshape(samples, dimension)
    start = time.perf_counter()
    nats = direction_entropy(rows)
    print(json.dumps({"nats": float(nats), "seconds": time.perf_counter() - start}))
