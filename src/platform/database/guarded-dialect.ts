import { AsyncLocalStorage } from "node:async_hooks";
import { type Driver, PostgresDialect } from "kysely";

const transacting = new AsyncLocalStorage<true>();

/** Runs `work` as the inside of a transaction, where only the transaction's own handle may be used. */
export function insideTransaction<T>(work: () => Promise<T>): Promise<T> {
  return transacting.run(true, work);
}

/**
 * PostgreSQL, but asking for a second connection inside a transaction is an error at once. With the embedded
 * database's single connection it would wait for ever; on a server it would silently escape the transaction.
 */
export class GuardedDialect extends PostgresDialect {
  override createDriver(): Driver {
    const driver = super.createDriver();
    const acquire = driver.acquireConnection.bind(driver);
    driver.acquireConnection = async (options) => {
      if (transacting.getStore()) {
        throw new Error(
          "Inside transact(), use the ctx it hands you: the outer ctx.db is another connection.",
        );
      }
      return acquire(options);
    };
    return driver;
  }
}
