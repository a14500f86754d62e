import { ReadError } from "../read-error.js";
import { type ArchiveEntry, archiveMembers, type NestedReader } from "./archive-members.js";
import { ByteReader } from "./byte-reader.js";
import type { ContainerContext, ContainerInput } from "./container-input.js";
import type { Member } from "./member.js";
import { BLOCK, paddedLength, type TarHeader, tarHeader, withExtended } from "./tar-header.js";

/** Names and attributes beyond the header's own room; more is no name. */
const LONGEST_EXTENSION = 2 ** 20;
const MOST_EXTENSIONS = 16;

/** The articles in a tar archive. Throws ReadError at the end of one that breaks off, or where a header is damaged. */
export async function* tarMembers(
  input: ContainerInput,
  context: ContainerContext,
  nested: NestedReader,
): AsyncGenerator<Member> {
  yield* archiveMembers(tarEntries(input), { input, context, nested });
}

async function* tarEntries({ chunks, path }: ContainerInput): AsyncGenerator<ArchiveEntry> {
  const reader = new ByteReader(chunks);
  let extended: readonly Uint8Array[] = [];
  let ended = false;
  try {
    for (;;) {
      const block = await reader.bytes(BLOCK);
      if (block.length === 0 && ended) return;
      const header = tarHeader(block);
      if (header === "end") ended = true;
      else if (header === undefined) {
        // Behind the end stands what the tape's block was filled up with.
        if (ended) return;
        throw damaged(path);
      } else if (header.isExtension) {
        if (header.size > LONGEST_EXTENSION || extended.length > MOST_EXTENSIONS) throw damaged(path);
        extended = [...extended, block, await reader.bytes(paddedLength(header.size))];
      } else {
        yield* entryOf(withExtended(header, extended), reader, path);
        extended = [];
      }
    }
  } finally {
    await reader.close();
  }
}

/** An entry that is not read to its end is passed over when the next one is asked for. */
async function* entryOf(header: TarHeader, reader: ByteReader, path: string): AsyncGenerator<ArchiveEntry> {
  let left = header.size;
  async function* bytes(): AsyncGenerator<Uint8Array> {
    while (left > 0) {
      const piece = (await reader.ahead())?.subarray(0, left);
      if (piece === undefined) throw damaged(path);
      reader.take(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
  // Folders, links and devices hold nothing; where a link leads, its file stands too.
  if (header.isFile) yield { name: header.name, size: header.size, open: async () => bytes() };
  const rest = left + paddedLength(header.size) - header.size;
  if ((await reader.skip(rest)) < left) throw damaged(path);
}

function damaged(path: string): ReadError {
  const reason = "the tar archive breaks off or is damaged; what comes before is read: get the file anew";
  return new ReadError("read.truncated", path, reason);
}
