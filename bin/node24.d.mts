export const memoryOptions: readonly string[];
