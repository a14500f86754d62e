/** How much of a container is read; what goes beyond is told. */
export interface ContainerLimits {
  /** Bytes of one article, unpacked; also of one line, record or element of a list. */
  readonly maxFileBytes: number;
  /** Documents of one container, the broken ones counted. */
  readonly maxDocuments: number;
}

const MEBIBYTE = 2 ** 20;

/** No article is longer than 8 MiB; a container with more than a million of them is split in good time. */
export const DEFAULT_LIMITS: ContainerLimits = { maxFileBytes: 8 * MEBIBYTE, maxDocuments: 1_000_000 };
