import { equalBytes, fromHexadecimal, toHexadecimal } from './hexadecimal.ts';

/**
 * The Merkle tree of RFC 9162, section 2.1 (the same tree as RFC 6962): leaves are hashed with the prefix 0x00, inner nodes
 * with 0x01, and a tree of n leaves splits at the largest power of two below n.
 *
 * The hash is handed in because this layer has no cryptography of its own; all of it is written for SHA-256.
 */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/**
 * Reads the root of the perfect subtree that covers the leaves `index * 2^level` up to `(index + 1) * 2^level`. Perfect
 * subtrees never change once full, so a growing log stores each of them once and proves anything from them in O(log n).
 */
export type NodeReader = (level: number, index: number) => Uint8Array;

/** A perfect subtree that an append has just filled, to be stored for later proofs. */
export interface CompletedNode {
  level: number;
  index: number;
  hash: Uint8Array;
}

/** The right edge of a growing tree: its size and the roots of its perfect subtrees, largest (leftmost) first. */
export interface CompactRange {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

/** A compact range as plain JSON, hashes in hexadecimal. */
export interface CompactRangeState {
  size: number;
  peaks: string[];
}

export const emptyRange: CompactRange = { size: 0, peaks: [] };

export function hashLeaf(sha256: Sha256, data: Uint8Array): Uint8Array {
  const input = new Uint8Array(1 + data.length);
  input.set(data, 1);
  return sha256(input);
}

export function hashNode(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  if (left.length + right.length !== 64) return sha256(new Uint8Array([0x01, ...left, ...right]));
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + left.length);
  return sha256(nodeInput);
}

/** Adds one leaf hash in O(log n). `completed` lists the perfect subtrees it filled, the leaf itself first. */
export function appendLeaf(
  sha256: Sha256,
  range: CompactRange,
  leafHash: Uint8Array,
): { range: CompactRange; completed: CompletedNode[] } {
  const peaks = [...range.peaks];
  let node: CompletedNode = { level: 0, index: range.size, hash: leafHash };
  const completed = [node];
  // Like a carry in binary addition: while the node is a right child, it joins the peak to its left.
  while (node.index % 2 === 1) {
    const left = peaks.pop();
    if (left === undefined) throw new RangeError('the compact range has fewer peaks than its size needs');
    node = { level: node.level + 1, index: (node.index - 1) / 2, hash: hashNode(sha256, left, node.hash) };
    completed.push(node);
  }
  return { range: { size: range.size + 1, peaks: [...peaks, node.hash] }, completed };
}

/** The root of the whole tree; of an empty tree, the hash of nothing. */
export function rangeRoot(sha256: Sha256, range: CompactRange): Uint8Array {
  return foldPeaks(sha256, range.peaks);
}

export function saveRange(range: CompactRange): CompactRangeState {
  return { size: range.size, peaks: range.peaks.map(toHexadecimal) };
}

/** Throws a RangeError if the number of peaks is not the number of one bits of the size, as it must be. */
export function loadRange(state: CompactRangeState): CompactRange {
  if (state.peaks.length !== perfectSubtrees(0, state.size).length) {
    throw new RangeError('the compact range does not have the peaks of its size');
  }
  return { size: state.size, peaks: state.peaks.map(fromHexadecimal) };
}

/** The same growth in place, for recomputing a long log leaf by leaf. */
export class GrowingTree {
  readonly #sha256: Sha256;
  readonly #peaks: Uint8Array[] = [];
  #size = 0;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  get size(): number {
    return this.#size;
  }

  get range(): CompactRange {
    return { size: this.#size, peaks: [...this.#peaks] };
  }

  append(leafHash: Uint8Array): void {
    let node = leafHash;
    for (let index = this.#size; index % 2 === 1; index = half(index)) {
      const left = this.#peaks.pop();
      if (left === undefined) throw new RangeError('a tree with fewer peaks than its size needs');
      node = hashNode(this.#sha256, left, node);
    }
    this.#peaks.push(node);
    this.#size += 1;
  }

  root(): Uint8Array {
    return foldPeaks(this.#sha256, this.#peaks);
  }
}

/**
 * The first run of leaves, from the first to the last of it, over which two trees differ, as far as their peaks can tell; null
 * where they are the same. Leaves only one of them has count as different.
 */
export function firstDifference(one: CompactRange, other: CompactRange): { from: number; to: number } | null {
  let from = 0;
  const runs = perfectSubtrees(0, one.size);
  const others = perfectSubtrees(0, other.size);
  for (const [place, { level }] of runs.entries()) {
    const [left, right] = [one.peaks[place], other.peaks[place]];
    if (others[place]?.level !== level || left === undefined || right === undefined) break;
    if (!equalBytes(left, right)) return { from, to: from + 2 ** level - 1 };
    from += 2 ** level;
  }
  if (one.size === other.size) return null;
  // Below the smaller size the peaks no longer stand side by side: all that follows may differ.
  return { from, to: Math.max(one.size, other.size) - 1 };
}

/** Every perfect subtree of the given leaf hashes, held in memory: for trees built at once, such as a certificate's units. */
export function nodesInMemory(sha256: Sha256, leafHashes: readonly Uint8Array[]): NodeReader {
  const levels: Uint8Array[][] = [[...leafHashes]];
  for (let level = levels[0] ?? []; level.length > 1; ) {
    const above: Uint8Array[] = [];
    for (let index = 0; index + 1 < level.length; index += 2) {
      above.push(hashNode(sha256, at(level, index), at(level, index + 1)));
    }
    levels.push(above);
    level = above;
  }
  return (level, index) => at(at(levels, level), index);
}

/** The root of a tree built at once from leaf hashes. */
export function merkleRoot(sha256: Sha256, leafHashes: readonly Uint8Array[]): Uint8Array {
  return subtreeRoot(sha256, nodesInMemory(sha256, leafHashes), 0, leafHashes.length);
}

/** PATH(index, D_size) of RFC 9162, section 2.1.3.1: the sibling hashes from the leaf up. */
export function inclusionProof(sha256: Sha256, nodes: NodeReader, index: number, size: number): Uint8Array[] {
  requireWhole(index, 0, size - 1);
  const path: Uint8Array[] = [];
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + largestPowerOfTwoBelow(end - start);
    if (index < middle) {
      path.push(subtreeRoot(sha256, nodes, middle, end));
      end = middle;
    } else {
      path.push(subtreeRoot(sha256, nodes, start, middle));
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * PROOF(first, D_second) of RFC 9162, section 2.1.4.1: that the tree of `first` leaves is the beginning of the tree of
 * `second` leaves. Of equal sizes, and from the empty tree, nothing needs proving: the proof is empty.
 */
export function consistencyProof(
  sha256: Sha256,
  nodes: NodeReader,
  first: number,
  second: number,
): Uint8Array[] {
  requireWhole(first, 0, second);
  if (first === 0 || first === second) return [];
  const path: Uint8Array[] = [];
  let start = 0;
  let end = second;
  // While the walk keeps left, the old tree's own root is still ahead and the verifier already knows it.
  let oldRootKnown = true;
  while (first !== end) {
    const middle = start + largestPowerOfTwoBelow(end - start);
    if (first <= middle) {
      path.push(subtreeRoot(sha256, nodes, middle, end));
      end = middle;
    } else {
      path.push(subtreeRoot(sha256, nodes, start, middle));
      start = middle;
      oldRootKnown = false;
    }
  }
  if (!oldRootKnown) path.push(subtreeRoot(sha256, nodes, start, end));
  return path.reverse();
}

/** RFC 9162, section 2.1.3.2. Never throws on a wrong proof: it answers false. */
export function verifyInclusion(
  sha256: Sha256,
  claim: {
    leafHash: Uint8Array;
    index: number;
    size: number;
    proof: readonly Uint8Array[];
    root: Uint8Array;
  },
): boolean {
  if (!isWhole(claim.index, 0, claim.size - 1)) return false;
  let position = claim.index;
  let last = claim.size - 1;
  let hash = claim.leafHash;
  for (const sibling of claim.proof) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      hash = hashNode(sha256, sibling, hash);
      while (position % 2 === 0 && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      hash = hashNode(sha256, hash, sibling);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && equalBytes(hash, claim.root);
}

/** RFC 9162, section 2.1.4.2. Never throws on a wrong proof: it answers false. */
export function verifyConsistency(
  sha256: Sha256,
  claim: {
    first: number;
    second: number;
    firstRoot: Uint8Array;
    secondRoot: Uint8Array;
    proof: readonly Uint8Array[];
  },
): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim;
  if (!isWhole(first, 0, second)) return false;
  if (first === 0) return proof.length === 0 && equalBytes(firstRoot, sha256(new Uint8Array()));
  if (first === second) return proof.length === 0 && equalBytes(firstRoot, secondRoot);
  // If the old tree is perfect its root is itself the first node of the path, and was left out.
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : proof;
  const start = path[0];
  if (start === undefined) return false;
  let position = first - 1;
  let last = second - 1;
  while (position % 2 === 1) {
    position = half(position);
    last = half(last);
  }
  let oldHash = start;
  let newHash = start;
  for (const node of path.slice(1)) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      oldHash = hashNode(sha256, node, oldHash);
      newHash = hashNode(sha256, node, newHash);
      while (position % 2 === 0 && position !== 0) {
        position = half(position);
        last = half(last);
      }
    } else {
      newHash = hashNode(sha256, newHash, node);
    }
    position = half(position);
    last = half(last);
  }
  return last === 0 && equalBytes(oldHash, firstRoot) && equalBytes(newHash, secondRoot);
}

/** The root over the leaves from `start` (inclusive) to `end`; `start` is where a split of the whole tree can fall. */
function subtreeRoot(sha256: Sha256, nodes: NodeReader, start: number, end: number): Uint8Array {
  return foldPeaks(
    sha256,
    perfectSubtrees(start, end).map(({ level, index }) => nodes(level, index)),
  );
}

function foldPeaks(sha256: Sha256, peaks: readonly Uint8Array[]): Uint8Array {
  if (peaks.length === 0) return sha256(new Uint8Array());
  return peaks.reduceRight((right, left) => hashNode(sha256, left, right));
}

/** The perfect subtrees that make up an aligned run of leaves, largest first. */
function perfectSubtrees(start: number, end: number): { level: number; index: number }[] {
  const subtrees: { level: number; index: number }[] = [];
  for (let from = start; from < end; ) {
    let level = 0;
    while (2 ** (level + 1) <= end - from) level += 1;
    subtrees.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return subtrees;
}

function largestPowerOfTwoBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function isPowerOfTwo(value: number): boolean {
  return largestPowerOfTwoBelow(value + 1) === value;
}

// Division instead of a shift: a shift would cut positions down to 32 bits.
function half(value: number): number {
  return Math.floor(value / 2);
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most;
}

function requireWhole(value: number, least: number, most: number): void {
  if (!isWhole(value, least, most))
    throw new RangeError(`${value} is not a position from ${least} to ${most}`);
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no node at ${index}`);
  return item;
}

/** One node's input at a time: these functions are called a million times in a row, and none of them waits. */
const nodeInput = new Uint8Array(65);
nodeInput[0] = 0x01;
