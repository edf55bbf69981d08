export interface Argon2Parameters {
  readonly memoryKibibytes: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** A holder whose private keys are open in memory. `close` zeroes them. */
export interface UnlockedHolder {
  readonly holderId: string;
  readonly signingPublicKey: Buffer;
  /** Ed25519 signature, 64 bytes. */
  sign(message: Uint8Array): Buffer;
  close(): void;
}
