/** Fields of Event and of the Summary inside it, by their numbers in event.proto and summary.proto. */
export const eventFields = { wallTime: 1, step: 2, fileVersion: 3, summary: 5, summaryValue: 1 } as const;

/** Fields of Summary.Value, in summary.proto. */
export const valueFields = { tag: 1, simpleValue: 2, tensor: 8, metadata: 9 } as const;

/** Fields of SummaryMetadata and of the PluginData inside it, in summary.proto. */
export const metadataFields = { pluginData: 1, pluginName: 1, content: 2 } as const;

/** Fields of TensorProto and of the shape and dimensions inside it, in tensor.proto and tensor_shape.proto. */
export const tensorFields = { dataType: 1, shape: 2, dimension: 2, size: 1, doubles: 6 } as const;

/** The types of a tensor's numbers, in types.proto. */
export const dataTypes = { float: 1, double: 2 } as const;
