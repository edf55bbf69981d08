import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHexadecimal, toHexadecimal } from '../../../shared/domain/register/hexadecimal.ts';
import {
  appendLeaf,
  type CompactRange,
  type CompletedNode,
  consistencyProof,
  emptyRange,
  firstDifference,
  GrowingTree,
  hashLeaf,
  hashNode,
  inclusionProof,
  loadRange,
  merkleRoot,
  nodesInMemory,
  rangeRoot,
  saveRange,
  verifyConsistency,
  verifyInclusion,
} from '../../../shared/domain/register/merkle-tree.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());

// The reference vectors of the Certificate Transparency projects (merkle_tree_test.cc; transparency-dev/merkle).
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(fromHexadecimal);
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const inclusionVectors: [index: number, size: number, proof: string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];
const consistencyVectors: [first: number, second: number, proof: string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

const leaves = inputs.map((input) => hashLeaf(sha256, input));

/** The definitions of RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1, copied as literally as TypeScript allows. */
function naiveRoot(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return sha256(new Uint8Array());
  if (hashes.length === 1 && hashes[0]) return hashes[0];
  const k = split(hashes.length);
  return hashNode(sha256, naiveRoot(hashes.slice(0, k)), naiveRoot(hashes.slice(k)));
}
function naivePath(m: number, hashes: readonly Uint8Array[]): Uint8Array[] {
  if (hashes.length === 1) return [];
  const k = split(hashes.length);
  return m < k
    ? [...naivePath(m, hashes.slice(0, k)), naiveRoot(hashes.slice(k))]
    : [...naivePath(m - k, hashes.slice(k)), naiveRoot(hashes.slice(0, k))];
}
function naiveSubproof(m: number, hashes: readonly Uint8Array[], known: boolean): Uint8Array[] {
  if (m === hashes.length) return known ? [] : [naiveRoot(hashes)];
  const k = split(hashes.length);
  return m <= k
    ? [...naiveSubproof(m, hashes.slice(0, k), known), naiveRoot(hashes.slice(k))]
    : [...naiveSubproof(m - k, hashes.slice(k), false), naiveRoot(hashes.slice(0, k))];
}
function split(n: number): number {
  return 2 ** (Math.ceil(Math.log2(n)) - 1);
}

const hex = (hashes: readonly Uint8Array[]): string[] => hashes.map(toHexadecimal);
const someLeaves = fc
  .integer({ min: 1, max: 130 })
  .map((size) =>
    Array.from({ length: size }, (_, index) => hashLeaf(sha256, Uint8Array.of(index, index >> 8))),
  );

describe('the published vectors', () => {
  it.each(roots.map((root, size) => ({ root, size })))('root of $size leaves', ({ root, size }) => {
    expect(toHexadecimal(merkleRoot(sha256, leaves.slice(0, size)))).toBe(root);
  });

  it.each(inclusionVectors)('inclusion of leaf %i among %i', (index, size, proof) => {
    const made = inclusionProof(sha256, nodesInMemory(sha256, leaves.slice(0, size)), index, size);
    expect(hex(made)).toEqual(proof);
  });

  it.each(consistencyVectors)('consistency of %i with %i', (first, second, proof) => {
    const made = consistencyProof(sha256, nodesInMemory(sha256, leaves.slice(0, second)), first, second);
    expect(hex(made)).toEqual(proof);
  });
});

describe('against the definitions of the RFC', () => {
  it('grows to the same root, leaf by leaf, through a saved state', () => {
    fc.assert(
      fc.property(someLeaves, (hashes) => {
        let range: CompactRange = emptyRange;
        const stored = new Map<string, CompletedNode>();
        hashes.forEach((leaf, index) => {
          const appended = appendLeaf(sha256, range, leaf);
          for (const node of appended.completed) stored.set(`${node.level}/${node.index}`, node);
          range = loadRange(JSON.parse(JSON.stringify(saveRange(appended.range))));
          expect(range.size).toBe(index + 1);
        });
        expect(toHexadecimal(rangeRoot(sha256, range))).toBe(toHexadecimal(naiveRoot(hashes)));
        // What a log stores on the way is enough for every proof.
        const nodes = (level: number, index: number): Uint8Array => {
          const node = stored.get(`${level}/${index}`);
          if (!node) throw new Error('not stored');
          return node.hash;
        };
        expect(hex(inclusionProof(sha256, nodes, hashes.length - 1, hashes.length))).toEqual(
          hex(naivePath(hashes.length - 1, hashes)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('proves inclusion as defined, and refuses everything else', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.nat(), (hashes, seed, where) => {
        const size = hashes.length;
        const index = seed % size;
        const leafHash = hashes[index] ?? new Uint8Array();
        const proof = inclusionProof(sha256, nodesInMemory(sha256, hashes), index, size);
        expect(hex(proof)).toEqual(hex(naivePath(index, hashes)));
        const root = naiveRoot(hashes);
        expect(verifyInclusion(sha256, { leafHash, index, size, proof, root })).toBe(true);
        expect(verifyInclusion(sha256, { leafHash: root, index, size, proof, root })).toBe(size === 1);
        expect(verifyInclusion(sha256, { leafHash, index: (index + 1) % size, size, proof, root })).toBe(
          size === 1,
        );
        expect(verifyInclusion(sha256, { leafHash, index: size, size, proof, root })).toBe(false);
        expect(verifyInclusion(sha256, { leafHash, index, size, proof: [...proof, root], root })).toBe(false);
        if (proof.length > 0) {
          expect(verifyInclusion(sha256, { leafHash, index, size, proof: proof.slice(1), root })).toBe(false);
          const bent = proof.map((hash, at) => (at === where % proof.length ? sha256(hash) : hash));
          expect(verifyInclusion(sha256, { leafHash, index, size, proof: bent, root })).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('proves consistency as defined, and refuses a rewritten past', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.nat(), (hashes, seed, where) => {
        const second = hashes.length;
        const first = 1 + (seed % second);
        const firstRoot = naiveRoot(hashes.slice(0, first));
        const secondRoot = naiveRoot(hashes);
        const proof = consistencyProof(sha256, nodesInMemory(sha256, hashes), first, second);
        expect(hex(proof)).toEqual(hex(naiveSubproof(first, hashes, true)));
        const claim = { first, second, firstRoot, secondRoot, proof };
        expect(verifyConsistency(sha256, claim)).toBe(true);
        expect(verifyConsistency(sha256, { ...claim, firstRoot: sha256(firstRoot) })).toBe(false);
        expect(verifyConsistency(sha256, { ...claim, secondRoot: sha256(secondRoot) })).toBe(false);
        expect(verifyConsistency(sha256, { ...claim, proof: [...proof, firstRoot] })).toBe(false);
        // Change one leaf of the past: no proof made from the new tree may connect it to the old root.
        const rewritten = hashes.map((hash, at) => (at === where % first ? sha256(hash) : hash));
        const forged = consistencyProof(sha256, nodesInMemory(sha256, rewritten), first, second);
        expect(verifyConsistency(sha256, { ...claim, secondRoot: naiveRoot(rewritten), proof: forged })).toBe(
          false,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('treats the empty tree as the beginning of every tree', () => {
    const empty = sha256(new Uint8Array());
    expect(consistencyProof(sha256, nodesInMemory(sha256, leaves), 0, 8)).toEqual([]);
    const claim = {
      first: 0,
      second: 8,
      firstRoot: empty,
      secondRoot: merkleRoot(sha256, leaves),
      proof: [],
    };
    expect(verifyConsistency(sha256, claim)).toBe(true);
    expect(verifyConsistency(sha256, { ...claim, firstRoot: claim.secondRoot })).toBe(false);
  });

  it('throws on positions outside the tree and on a state that cannot be', () => {
    const nodes = nodesInMemory(sha256, leaves);
    expect(() => inclusionProof(sha256, nodes, 8, 8)).toThrow(RangeError);
    expect(() => consistencyProof(sha256, nodes, 9, 8)).toThrow(RangeError);
    expect(() => loadRange({ size: 3, peaks: [] })).toThrow(RangeError);
  });
});

describe('a tree that grows in place', () => {
  it('has the published roots, and the peaks of the one that is copied', () => {
    const tree = new GrowingTree(sha256);
    let range = emptyRange;
    expect(toHexadecimal(tree.root())).toBe(roots[0]);
    for (const [index, leaf] of leaves.entries()) {
      tree.append(leaf);
      range = appendLeaf(sha256, range, leaf).range;
      expect(toHexadecimal(tree.root())).toBe(roots[index + 1]);
      expect(tree.range).toEqual(range);
    }
  });

  it('says in which run of leaves two trees differ', () => {
    const grown = (hashes: readonly Uint8Array[]) => {
      const tree = new GrowingTree(sha256);
      for (const hash of hashes) tree.append(hash);
      return tree.range;
    };
    const seven = leaves.slice(0, 7);
    const other = sha256(new Uint8Array([7]));
    const changed = (place: number) => seven.map((leaf, index) => (index === place ? other : leaf));
    expect(firstDifference(grown(seven), grown(seven))).toBeNull();
    expect(firstDifference(grown(seven), grown(changed(2)))).toEqual({ from: 0, to: 3 });
    expect(firstDifference(grown(seven), grown(changed(5)))).toEqual({ from: 4, to: 5 });
    expect(firstDifference(grown(seven), grown(changed(6)))).toEqual({ from: 6, to: 6 });
    expect(firstDifference(grown(seven), grown(leaves.slice(0, 5)))).toEqual({ from: 4, to: 6 });
  });
});
