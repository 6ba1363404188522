/**
 * Begins to count the work of this process, which does not grow when the machine is busy with something else, as the
 * time on the clock does.
 *
 * @returns asks for the milliseconds of work since then
 */
export function countWork(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  };
}
