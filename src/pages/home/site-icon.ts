const SEATS = [
  [20, 8.2],
  [30.2, 14.1],
  [30.2, 25.9],
  [20, 31.8],
  [9.8, 25.9],
  [9.8, 14.1],
];

/** The house mark for a browser's tab: people around one table. */
export const SITE_ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="20" fill="#0b4a57"/><circle cx="20" cy="20" r="5" fill="#ffb81c"/>${SEATS.map(
  ([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="#fff"/>`,
).join("")}</svg>`;
