// What needs a program that Accord doesn't bring along runs by itself: `npm run test:extra`.
const roots = process.env.ACCORD_EXTRA_TESTS ? ['<rootDir>/extra'] : ['<rootDir>/src', '<rootDir>/test']

export default {
  testTimeout: 30_000,
  // Each file has a database of its own, and waits for it more than it computes.
  maxWorkers: 2,
  testEnvironment: 'node',
  roots,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
}
