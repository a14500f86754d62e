import { type ContainerContext, type ContainerInput, recordOptions } from "./container-input.js";
import type { Member } from "./member.js";
import { readLines } from "./read-lines.js";
import { type ListRecord, recordMembers } from "./record-members.js";
import { utf8Chunks } from "./utf8-chunks.js";

/** The articles of a file with one JSON object a line. A line that is broken or too long is told, the rest goes on. */
export async function* jsonLinesMembers(input: ContainerInput, context: ContainerContext): AsyncGenerator<Member> {
  const chunks = utf8Chunks(input.chunks, input.head, input.path);
  yield* recordMembers(lineRecords(chunks, context.limits.maxFileBytes), recordOptions(input, context));
}

async function* lineRecords(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<ListRecord> {
  for await (const line of readLines(chunks, longest)) {
    const place = line.number;
    if (line.problem !== undefined) yield { place, problem: line.problem, isTooLarge: line.isTooLong === true };
    else if (line.text.trim() !== "") yield parsed(line.text, place);
  }
}

function parsed(text: string, place: number): ListRecord {
  try {
    return { place, value: JSON.parse(text) };
  } catch {
    return { place, problem: "not JSON; give one whole object a line" };
  }
}
