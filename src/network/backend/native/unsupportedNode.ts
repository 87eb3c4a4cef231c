/** Why this version of Node cannot load tfjs-node at all; null where it can. */
export function unsupportedNode(version = process.versions.node): string | null {
  const major = Number(version.split('.')[0]);
  // tfjs-node 4.22 calls util.isNullOrUndefined, which Node 23 removed (tensorflow/tfjs issue 8609).
  return major >= 23
    ? `tfjs-node does not run on Node ${version}: it calls functions that Node 23 removed`
    : null;
}
