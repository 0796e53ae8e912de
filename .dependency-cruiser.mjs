// Who may import whom (ARCHITECTURE.md), as patterns: a new feature or module is covered without being named here.
const TESTS = String.raw`(\.test\.tsx?$|/testing/|^apps/api/test/|^e2e/)`
const BROWSER_APP = '^apps/(web|client-portal)/src'

/** A rule that forbids; `comment` is what the person reads who broke it. */
const forbid = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to })

const packages = [
  forbid(
    'domain-is-plain',
    'The domain imports @codemirror/state, zod and @noble/hashes, and nothing else: no node:*, no framework.',
    { path: '^packages/domain/src', pathNot: TESTS },
    { pathNot: '^packages/domain/src|node_modules/(@codemirror/state|zod|@noble/hashes)/' },
  ),
  forbid(
    'ui-imports-domain-only',
    'Of our own code packages/ui imports packages/domain only.',
    { path: '^packages/ui/src' },
    { path: '^(apps|packages|e2e|scripts)/', pathNot: '^packages/(ui|domain)/' },
  ),
  forbid(
    'browser-code-has-no-node',
    'What runs in a browser cannot import a module of Node.',
    { path: '^(packages/ui|apps/web|apps/client-portal)/src', pathNot: TESTS },
    { dependencyTypes: ['core'] },
  ),
  forbid(
    'apps-never-import-apps',
    'Two apps meet in packages/ui and packages/domain.',
    { path: '^apps/([^/]+)/' },
    { path: '^(apps|e2e|scripts)/', pathNot: '^apps/$1/' },
  ),
  forbid(
    'browser-apps-import-ui-and-domain',
    'Of our packages the apps import ui and domain.',
    { path: BROWSER_APP },
    { path: '^packages/', pathNot: '^packages/(ui|domain)/' },
  ),
  forbid(
    'api-imports-domain-only',
    'Of our packages the API imports the domain only.',
    { path: '^apps/api/' },
    { path: '^packages/', pathNot: '^packages/domain/' },
  ),
]

const insideAnApp = [
  forbid(
    'features-never-import-features',
    'What two features need lives in lib/ or in packages/ui.',
    { path: `${BROWSER_APP}/features/([^/]+)/` },
    { path: '^apps/[^/]+/src/features/', pathNot: '^apps/$1/src/features/$2/' },
  ),
  forbid(
    'features-never-import-app',
    'app/ imports features/, never the other way round.',
    { path: `${BROWSER_APP}/features/` },
    { path: '^apps/[^/]+/src/app/' },
  ),
  forbid(
    'lib-is-the-floor',
    'lib/ knows neither features/ nor app/.',
    { path: `${BROWSER_APP}/lib/` },
    { path: '^apps/[^/]+/src/(app|features)/' },
  ),
]

const insideTheApi = [
  forbid(
    'edges-call-services',
    'A gateway or controller calls a service or a room, never a repository or an entity.',
    { path: String.raw`^apps/api/src/.*\.(gateway|controller)\.ts$` },
    { path: String.raw`\.(repository|entity)\.ts$` },
  ),
  forbid(
    'services-know-no-edge',
    'A service or room calls repositories; it knows neither edges nor entities.',
    { path: String.raw`^apps/api/src/.*[./-](service|room)\.ts$` },
    { path: String.raw`\.(gateway|controller|entity)\.ts$` },
  ),
  forbid(
    'repositories-call-nobody',
    'A repository knows entities, and nobody above itself.',
    { path: String.raw`^apps/api/src/.*\.repository\.ts$` },
    { path: String.raw`[./-](service|room|gateway|controller)\.ts$` },
  ),
  forbid(
    'entities-know-entities',
    'An entity knows other entities only.',
    { path: String.raw`^apps/api/src/.*\.entity\.ts$` },
    { path: String.raw`^apps/api/src/.*\.(repository|service|gateway|controller|module)\.ts$` },
  ),
  forbid(
    'nobody-imports-a-gateway',
    'Only the module of its own folder imports a gateway.',
    { path: '^apps/api/', pathNot: String.raw`(\.module\.ts|\.test\.ts)$` },
    { path: String.raw`\.gateway\.ts$` },
  ),
  forbid(
    'gateways-stay-at-home',
    'Only the module of its own folder imports a gateway.',
    { path: '^apps/api/src/([^/]+)/' },
    { path: String.raw`^apps/api/src/.*\.gateway\.ts$`, pathNot: '^apps/api/src/$1/' },
  ),
  forbid(
    'entities-stay-at-home',
    'Modules meet through exported services; an entity stays in its module. The data source alone lists them all.',
    { path: '^apps/api/src/([^/]+)/', pathNot: '^apps/api/src/database/' },
    { path: String.raw`^apps/api/src/.*\.entity\.ts$`, pathNot: '^apps/api/src/$1/' },
  ),
]

const everywhere = [
  forbid(
    'no-cycles',
    'Two files that need each other are one concept, or lack a third.',
    {},
    { circular: true },
  ),
  forbid('no-dead-ends', 'This import leads nowhere.', {}, { couldNotResolve: true }),
  forbid(
    'no-barrels',
    'Import the file that says it, not an index.',
    { path: '^(apps|packages)/' },
    { path: String.raw`^(apps|packages)/[^/]+/src/.*index\.tsx?$` },
  ),
  forbid(
    'names-say-something',
    'A file called utils, helpers, common, misc or manager holds a concept without a name.',
    {},
    {
      path: String.raw`[/.-](utils?|helpers?|common|misc|managers?)[./]`,
      pathNot: 'node_modules',
    },
  ),
  forbid(
    'kebab-case',
    'Files are named in kebab-case.',
    {},
    { path: '^(apps|packages|bench|e2e|faults|scripts)/.*[A-Z_]', pathNot: 'node_modules|/dist/' },
  ),
  forbid(
    'tests-stay-tests',
    'What is shipped imports nothing that is made for tests.',
    { path: '^(apps|packages)/[^/]+/src/', pathNot: TESTS },
    { path: String.raw`^(apps|packages)/.*(\.test\.tsx?$|/testing/)` },
  ),
  forbid(
    'no-faults-in-the-product',
    'What is shipped knows nothing of faults; they are loaded beside it, from outside. (NF5)',
    { path: '^(apps|packages|scripts)/' },
    { path: '^faults/' },
  ),
  forbid(
    'scripts-need-nothing',
    'The scripts run before anything is installed, all but those that look at what was written.',
    { path: '^scripts/', pathNot: '^scripts/security/' },
    { dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'] },
  ),
]

export default {
  forbidden: [...packages, ...insideAnApp, ...insideTheApi, ...everywhere],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: String.raw`\.config\.(mjs|ts)$` },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts', '.css', '.json'],
    },
  },
}
