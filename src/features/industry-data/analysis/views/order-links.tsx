import { ORDER_WORDS, ORDERS, type Order } from "../ordering.ts";

/** Ways to order a table, each an address of its own; the one in use is marked. */
export function OrderLinks(props: { order: Order; href: (order: Order) => string; before?: string }) {
  return (
    <nav class="order-links small" aria-label="Order of the table">
      <span>{props.before ?? "Largest first by"}</span>
      <ul class="bare">
        {ORDERS.map((order) => (
          <li>
            <a href={props.href(order)} aria-current={order === props.order ? "true" : undefined}>
              {ORDER_WORDS[order]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
