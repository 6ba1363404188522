/** The house mark: people seated around one table. Takes the community's colour. */
export function BrandMark() {
  const seats = [
    [20, 8.2],
    [30.2, 14.1],
    [30.2, 25.9],
    [20, 31.8],
    [9.8, 25.9],
    [9.8, 14.1],
  ];
  return (
    <svg viewBox="0 0 40 40" width="37" height="37" aria-hidden="true">
      <circle class="brand-disc" cx="20" cy="20" r="20" />
      <circle class="brand-table" cx="20" cy="20" r="5" />
      {seats.map(([cx, cy]) => (
        <circle class="brand-seat" cx={cx} cy={cy} r="3" />
      ))}
    </svg>
  );
}
