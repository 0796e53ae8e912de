export default {
  testTimeout: 30_000,
  // On two cores jest would use one.
  maxWorkers: 2,
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/src/testing/what-jsdom-lacks.ts'],
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    // The domain's source, so that these tests need no build of it.
    '^@accord/domain/(.*)$': '<rootDir>/../domain/src/$1.ts',
  },
}
