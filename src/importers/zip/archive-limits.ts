/** What an archive may hold: far beyond any book or paper, far below what would fill a machine. */
export interface ArchiveLimits {
  readonly entries: number;
  /** Bytes of one file, unpacked. */
  readonly single: number;
  /** Bytes of all files, unpacked. */
  readonly total: number;
  /** How often larger a file may be unpacked than packed, once it is larger than `ratioFrom`. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const MEGABYTE = 1024 * 1024;

/** The limits. A book of plain letters is packed to a third; deflate cannot do better than 1 in 1,032. */
export const archiveLimits: ArchiveLimits = {
  entries: 20_000,
  single: 96 * MEGABYTE,
  total: 384 * MEGABYTE,
  ratio: 250,
  ratioFrom: 4 * MEGABYTE,
};
