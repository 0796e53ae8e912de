export default {
  testTimeout: 30_000,
  // On two cores jest would use one.
  maxWorkers: 2,
  testEnvironment: '<rootDir>/scripts/browser-environment.mjs',
  setupFiles: ['<rootDir>/src/testing/what-jsdom-lacks.ts'],
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  moduleNameMapper: {
    // Only a build knows where it put a worker.
    '/check-worker-address\\.js$': '<rootDir>/src/testing/check-worker-address.ts',
    '\\.css$': '<rootDir>/src/testing/no-styles.ts',
    // There is no socket to be told by.
    '/follow-stirs\\.js$': '<rootDir>/src/testing/no-stirs.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
}
