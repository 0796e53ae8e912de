/**
 * @typedef {'jest' | 'node' | 'playwright'} Runner
 * @typedef {object} Suite
 * @property {string} name what `npm test -- NAME` calls it
 * @property {string} folder
 * @property {Runner} runner
 * @property {number} budget seconds that it takes at most where nothing else runs; at twice that it is stopped and has failed
 */

/**
 * Every suite with its budget, in the order in which they run, one after the other. A suite that runs no test
 * counts as failed. Together with the installation and the build at most 20 minutes on two cores. [HO20]
 *
 * @type {readonly Suite[]}
 */
export const suites = [
  { name: 'domain', folder: 'packages/domain', runner: 'jest', budget: 34 },
  { name: 'ui', folder: 'packages/ui', runner: 'jest', budget: 34 },
  { name: 'web', folder: 'apps/web', runner: 'jest', budget: 42 },
  { name: 'client-portal', folder: 'apps/client-portal', runner: 'jest', budget: 26 },
  { name: 'api', folder: 'apps/api', runner: 'jest', budget: 400 },
  { name: 'house', folder: 'scripts', runner: 'node', budget: 76 },
  { name: 'faults', folder: 'faults', runner: 'node', budget: 84 },
  { name: 'e2e', folder: 'e2e', runner: 'playwright', budget: 504 },
]
