// An adapter in TypeScript: five functions, and the loop that serves them.
// Put your own implementation in the place of the functions; the rest can stay as it is.

import { createInterface } from "node:readline";

// I32F32: 64 bits, 32 of them behind the point; a number is its bits.
const LOWEST = -(1n << 63n);
const HIGHEST = (1n << 63n) - 1n;

// Production's code would panic here.
class Panic extends Error {}

function saturate(bits: bigint): bigint {
  return bits < LOWEST ? LOWEST : bits > HIGHEST ? HIGHEST : bits;
}

// Division of bigints rounds toward zero, as production's does.
function truncatedQuotient(a: bigint, b: bigint): bigint {
  return (a << 32n) / b;
}

function saturatingAdd(a: bigint, b: bigint): bigint {
  return saturate(a + b);
}

// >> rounds down, as production's multiplication does.
function saturatingMul(a: bigint, b: bigint): bigint {
  return saturate((a * b) >> 32n);
}

function saturatingDiv(a: bigint, b: bigint): bigint {
  if (b === 0n) throw new Panic();
  return saturate(truncatedQuotient(a, b));
}

// Zero for a divisor of zero, and for a quotient that does not fit.
function safeDiv(a: bigint, b: bigint): bigint {
  const quotient = b === 0n ? 0n : truncatedQuotient(a, b);
  return saturate(quotient) === quotient ? quotient : 0n;
}

// One TAO, halved each time the supply that is left has halved.
function blockEmission(issuance: bigint): bigint {
  const supply = 21_000_000_000_000_000n;
  let emission = 1_000_000_000n;
  let left = supply - issuance;
  if (left <= 0n) return 0n;
  while (2n * left <= supply) {
    left *= 2n;
    emission /= 2n;
  }
  return emission;
}

const FUNCTIONS: Record<string, (...values: bigint[]) => bigint> = {
  "i32f32.saturating_add": saturatingAdd,
  "i32f32.saturating_mul": saturatingMul,
  "i32f32.saturating_div": saturatingDiv,
  "i32f32.safe_div": safeDiv,
  "emission.block_emission_for_issuance": blockEmission,
};

type Row = [id: string, values: string[]];
type Request = { seq: number; method: string; function?: string; rows?: Row[] };
type Outcome = { ok: string } | { panic: true } | { error: { what: string } };

function hello(): object {
  return {
    protocol: 1,
    implementation: { name: "template", version: "1", language: "typescript" },
    capabilities: { kinds: ["arith"], functions: Object.keys(FUNCTIONS), revisions: ["r425"], batch_max: 512 },
  };
}

// Numbers wider than 32 bits travel as text.
function outcome(apply: (...values: bigint[]) => bigint, values: string[]): Outcome {
  try {
    return { ok: apply(...values.map(BigInt)).toString() };
  } catch (error) {
    return error instanceof Panic ? { panic: true } : { error: { what: String(error) } };
  }
}

function arith(request: Request): object {
  const apply = FUNCTIONS[request.function ?? ""];
  if (!apply) return { unsupported: true };
  return { results: (request.rows ?? []).map(([id, values]) => [id, outcome(apply, values)]) };
}

const METHODS: Record<string, (request: Request) => object> = { hello, arith, bye: () => ({}) };

for await (const line of createInterface({ input: process.stdin })) {
  const request: Request = JSON.parse(line);
  const method = METHODS[request.method] ?? (() => ({ unsupported: true }));
  process.stdout.write(JSON.stringify({ seq: request.seq, ...method(request) }) + "\n");
}
