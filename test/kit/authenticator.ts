import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const hash = (bytes: Uint8Array | string) => createHash("sha256").update(bytes).digest();

/** Head of a CBOR item: its sort and a number. */
function head(sort: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(sort << 5) | count]);
  if (count < 256) return Buffer.from([(sort << 5) | 24, count]);
  const long = Buffer.from([(sort << 5) | 25, 0, 0]);
  long.writeUInt16BE(count, 1);
  return long;
}

function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...value].flatMap(([key, item]) => [cbor(key), cbor(item as never)]);
  return Buffer.concat([head(5, value.size), ...entries]);
}

export interface Authenticator {
  /** Uses so far, as it tells them; a test may turn it back, as a copied key would. */
  counter: number;
  /** Whether its owner is asked for a finger or a code. */
  verifies: boolean;
  create(options: { challenge: string; user: { id: string } }): Record<string, unknown>;
  get(options: { challenge: string }): Record<string, unknown>;
}

/** Somebody's device with one passkey (ES256), in the shapes that a browser's script sends. */
export function authenticator(origin: string, rpId = new URL(origin).hostname): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  let owner = "";
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const device: Authenticator = {
    counter: 0,
    verifies: true,
    create(options) {
      owner = options.user.id;
      device.counter += 1;
      const key = new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(jwk.x!, "base64url")],
        [-3, Buffer.from(jwk.y!, "base64url")],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = Buffer.concat([about(0x40), Buffer.alloc(16), length, id, cbor(key)]);
      const attestation = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ]);
      return answer({
        clientDataJSON: clientData("webauthn.create", options.challenge).toString("base64url"),
        attestationObject: cbor(attestation).toString("base64url"),
        transports: ["internal"],
      });
    },
    get(options) {
      device.counter += 1;
      const authData = about(0);
      const data = clientData("webauthn.get", options.challenge);
      const signature = sign("sha256", Buffer.concat([authData, hash(data)]), privateKey);
      return answer({
        clientDataJSON: data.toString("base64url"),
        authenticatorData: authData.toString("base64url"),
        signature: signature.toString("base64url"),
        userHandle: owner,
      });
    },
  };
  function about(more: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(device.counter);
    return Buffer.concat([hash(rpId), Buffer.from([0x01 | (device.verifies ? 0x04 : 0) | more]), count]);
  }
  const answer = (response: Record<string, unknown>) => ({
    id: id.toString("base64url"),
    rawId: id.toString("base64url"),
    type: "public-key",
    response,
    clientExtensionResults: {},
  });
  return device;
}
