/** Typed arrays that are written as their bytes; the names are in the file. */
const ARRAY_TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const;

type ArrayType = keyof typeof ARRAY_TYPES;

/** Where a typed array stands in the value: the keys that lead to it. */
interface ArrayPlace {
  readonly keys: readonly (string | number)[];
  readonly type: ArrayType;
  readonly bytes: number;
}

const LENGTH_BYTES = 4;

/**
 * A value of objects, lists, text, numbers and typed arrays as bytes: the length of the JSON, the JSON, and the arrays one
 * after the other as they lie in memory, for machines of the same byte order.
 */
export function plainBytes(value: unknown): Buffer {
  const places: ArrayPlace[] = [];
  const arrays: Uint8Array[] = [];
  const hoist = (part: unknown, keys: ArrayPlace["keys"]): unknown => {
    if (ArrayBuffer.isView(part)) {
      const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      places.push({ keys, type: typeOf(part), bytes: bytes.length });
      arrays.push(bytes);
      return 0;
    }
    if (Array.isArray(part)) return part.map((item, index) => hoist(item, [...keys, index]));
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, item]) => [key, hoist(item, [...keys, key])]));
  };
  const json = Buffer.from(JSON.stringify({ value: hoist(value, []), places }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length);
  return Buffer.concat([length, json, ...arrays]);
}

/** The value again. Throws when the bytes are none of `plainBytes`. */
export function fromPlainBytes(bytes: Buffer): unknown {
  const end = LENGTH_BYTES + bytes.readUInt32LE();
  const { value, places } = JSON.parse(bytes.toString("utf8", LENGTH_BYTES, end)) as {
    readonly value: unknown;
    readonly places: readonly ArrayPlace[];
  };
  let at = end;
  for (const place of places) {
    // A copy, because an array must begin where its numbers can.
    const copy = new Uint8Array(place.bytes);
    if (bytes.copy(copy, 0, at) < place.bytes) throw new RangeError("the bytes end inside an array");
    put(value, place.keys, new ARRAY_TYPES[place.type](copy.buffer));
    at += place.bytes;
  }
  return value;
}

function typeOf(array: ArrayBufferView): ArrayType {
  const name = Object.prototype.toString.call(array).slice("[object ".length, -1);
  if (!Object.hasOwn(ARRAY_TYPES, name)) throw new TypeError(`${name} cannot be written; add it to ARRAY_TYPES`);
  return name as ArrayType;
}

function put(value: unknown, keys: ArrayPlace["keys"], array: ArrayBufferView): void {
  let holder = value as Record<string | number, unknown>;
  for (const key of keys.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
  const last = keys.at(-1);
  if (last !== undefined) holder[last] = array;
}
