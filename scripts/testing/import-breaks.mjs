/**
 * For every rule of .dependency-cruiser.mjs a file that breaks it.
 *
 * @type {Readonly<Record<string, readonly [file: string, text: string]>>}
 */
export const importBreaks = {
  'domain-is-plain': ['packages/domain/src/goal/reads.ts', "import 'node:fs'\n"],
  'ui-imports-domain-only': ['packages/ui/src/reach.ts', "import '../../../apps/api/src/main.js'\n"],
  'browser-code-has-no-node': ['packages/ui/src/path.ts', "import 'node:path'\n"],
  'apps-never-import-apps': ['apps/web/src/reach.ts', "import '../../api/src/main.js'\n"],
  'browser-apps-import-ui-and-domain': [
    'apps/web/src/other.ts',
    "import '../../../packages/other/src/part.js'\n",
  ],
  'api-imports-domain-only': ['apps/api/src/looks.ts', "import '../../../packages/ui/src/part.js'\n"],
  'features-never-import-features': ['apps/web/src/features/one/page.ts', "import '../two/page.js'\n"],
  'features-never-import-app': ['apps/web/src/features/two/page.ts', "import '../../app/router.js'\n"],
  'lib-is-the-floor': ['apps/web/src/lib/floor.ts', "import '../features/one/page.js'\n"],
  'edges-call-services': ['apps/api/src/plan/plan.controller.ts', "import './plan.repository.js'\n"],
  'services-know-no-edge': ['apps/api/src/plan/plan.service.ts', "import './plan.entity.js'\n"],
  'repositories-call-nobody': ['apps/api/src/plan/plan.repository.ts', "import './other.service.js'\n"],
  'entities-know-entities': ['apps/api/src/plan/plan.entity.ts', "import './other.repository.js'\n"],
  'nobody-imports-a-gateway': ['apps/api/src/plan/pushes.ts', "import './plan.gateway.js'\n"],
  'gateways-stay-at-home': ['apps/api/src/audit/audit.module.ts', "import '../plan/plan.gateway.js'\n"],
  'entities-stay-at-home': ['apps/api/src/audit/audit.repository.ts', "import '../plan/plan.entity.js'\n"],
  'no-faults-in-the-product': [
    'apps/api/src/plan/shaky.ts',
    "import '../../../../faults/inside/storm.mjs'\n",
  ],
  'no-cycles': ['packages/domain/src/goal/egg.ts', "import './hen.js'\n"],
  'no-dead-ends': ['packages/domain/src/goal/lost.ts', "import './nowhere.js'\n"],
  'no-barrels': ['packages/domain/src/goal/all.ts', "import './index.js'\n"],
  'names-say-something': ['packages/domain/src/goal/vague.ts', "import './text-utils.js'\n"],
  'kebab-case': ['packages/domain/src/goal/loud.ts', "import './someGoal.js'\n"],
  'tests-stay-tests': ['packages/domain/src/goal/leaks.ts', "import './whole.test.js'\n"],
  'scripts-need-nothing': ['scripts/greedy.mjs', "import 'zod'\n"],
}

/**
 * What the breaks lean on: nothing wrong with these themselves.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const importGround = {
  'faults/inside/storm.mjs': 'export {}\n',
  'packages/ui/src/part.ts': 'export {}\n',
  'packages/other/src/part.ts': 'export {}\n',
  'apps/web/src/app/router.ts': 'export {}\n',
  'apps/api/src/plan/plan.gateway.ts': 'export {}\n',
  'apps/api/src/plan/other.service.ts': 'export {}\n',
  'apps/api/src/plan/other.repository.ts': 'export {}\n',
  'packages/domain/src/goal/hen.ts': "import './egg.js'\n",
  'packages/domain/src/goal/index.ts': 'export {}\n',
  'packages/domain/src/goal/text-utils.ts': 'export {}\n',
  'packages/domain/src/goal/someGoal.ts': 'export {}\n',
  'packages/domain/src/goal/whole.test.ts': 'export {}\n',
}
