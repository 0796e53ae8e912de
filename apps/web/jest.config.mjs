export default {
  testEnvironment: '<rootDir>/scripts/browser-environment.mjs',
  setupFiles: ['<rootDir>/src/testing/what-jsdom-lacks.ts'],
  roots: ['<rootDir>/src'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.tsx?$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '\\?worker&url$': '<rootDir>/src/testing/worker-address.ts' },
}
