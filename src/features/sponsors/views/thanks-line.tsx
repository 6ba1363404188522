/** On the home page: everybody who is thanked today, by name. */
export function ThanksLine({ names }: { names: string[] }) {
  return (
    <section class="section thanks-line" aria-labelledby="thanks-title">
      <h2 class="eyebrow" id="thanks-title">
        <a href="/sponsors">With thanks to our sponsors</a>
      </h2>
      <ul class="bare thanks">
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </section>
  );
}
