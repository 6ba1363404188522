import { DuckDBInstance } from "@duckdb/node-api";

// A process of its own: DuckDB alone reads files once, with all their columns. It prints milliseconds of wall time.

const [, , ...paths] = process.argv;
const list = paths.map((path) => `'${path.replaceAll("'", "''")}'`).join(", ");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
const since = performance.now();
await connection.run(`create table everything as select * from read_csv([${list}])`);
process.stdout.write(String(performance.now() - since));
process.exit(0);
