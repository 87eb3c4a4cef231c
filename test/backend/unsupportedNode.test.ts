import { describe, expect, test } from 'vitest';
import { unsupportedNode } from '../../src/network/backend/native/unsupportedNode.js';

describe('the versions of Node that tfjs-node runs on', () => {
  test('Node 20 and 22 are supported, Node 23 and later are not', () => {
    expect(unsupportedNode('20.19.0')).toBeNull();
    expect(unsupportedNode('22.11.0')).toBeNull();
    expect(unsupportedNode('23.0.0')).toBe(
      'tfjs-node does not run on Node 23.0.0: it calls functions that Node 23 removed',
    );
    expect(unsupportedNode('24.1.0')).not.toBeNull();
  });
});
