import { createBrowserRouter, type RouteObject } from 'react-router'
import { GoalsPage } from '../features/goals-list/goals-page.js'
import { HomePage } from '../features/home/home-page.js'
import { SignInScreen } from '../features/sign-in/sign-in-screen.js'
import { AccountMenu } from '../features/account/account-menu.js'
import { UnsentWords } from '../features/unsent/unsent-words.js'
import { paths } from '../lib/paths.js'
import { withWords } from '../lib/words.js'
import { NotFoundPage } from './not-found-page.js'
import { PageFailed } from './page-failed.js'
import { PageWaiting } from './page-waiting.js'
import { Root } from './root.js'
import { SignedInOnly } from './signed-in-only.js'

/** All that an open goal needs comes at once, so that no network is needed from one of its pages to the next. */
async function loadGoal() {
  const [PlanFrame, GoalPage, NewGoalPage, DraftPage] = await Promise.all([
    withWords(import('../features/goal/plan-frame.js')).then((file) => file.PlanFrame),
    withWords(import('../features/goal/goal-page.js')).then((file) => file.GoalPage),
    withWords(import('../features/goal/new-goal-page.js')).then((file) => file.NewGoalPage),
    withWords(import('../features/goal/draft/draft-page.js')).then((file) => file.DraftPage),
  ])
  return { PlanFrame, GoalPage, NewGoalPage, DraftPage }
}

async function loadYou() {
  const { YouPage } = await withWords(import('../features/you/you-page.js'))
  return { element: <YouPage account={<AccountMenu />} /> }
}

/** The first screens come with the app. What an open goal needs is fetched when a goal is opened. */
export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <PageFailed />,
    HydrateFallback: PageWaiting,
    children: [
      { path: paths.signIn, element: <SignInScreen /> },
      {
        path: paths.welcome,
        lazy: async () => ({
          Component: (await withWords(import('../features/welcome/welcome-page.js'))).WelcomePage,
        }),
      },
      {
        path: paths.help,
        lazy: async () => ({
          Component: (await withWords(import('../features/help/help-page.js'))).HelpPage,
        }),
      },
      {
        element: <SignedInOnly />,
        children: [
          { index: true, element: <HomePage account={<AccountMenu />} unsent={<UnsentWords />} /> },
          { path: paths.goals, element: <GoalsPage account={<AccountMenu />} unsent={<UnsentWords />} /> },
          { path: paths.you, lazy: loadYou },
          ...[paths.comfort, '/you/comfort/:caseId/:client'].map((path) => ({
            path,
            lazy: async () => ({
              Component: (await withWords(import('../features/you/comfort/comfort-page.js'))).ComfortPage,
            }),
          })),
          {
            path: paths.inTheWay,
            lazy: async () => ({
              Component: (await withWords(import('../features/you/in-the-way/in-the-way-page.js')))
                .InTheWayPage,
            }),
          },
          {
            path: '/check-in/:session',
            lazy: async () => ({
              Component: (await withWords(import('../features/check-in/check-in-page.js'))).CheckInPage,
            }),
          },
          {
            path: paths.ways,
            lazy: async () => ({
              Component: (await withWords(import('../features/account/ways-page.js'))).WaysPage,
            }),
          },
          {
            path: '/questionnaires/:request',
            lazy: async () => ({
              Component: (await withWords(import('../features/questionnaire/questionnaire-page.js')))
                .QuestionnairePage,
            }),
          },
          {
            path: '/consent/:caseId/:client',
            lazy: async () => ({
              Component: (await withWords(import('../features/consent/consent-page.js'))).ConsentPage,
            }),
          },
          {
            path: paths.record,
            lazy: async () => ({
              Component: (await withWords(import('../features/record/record-page.js'))).RecordPage,
            }),
          },
          {
            path: paths.inRecord,
            lazy: async () => ({
              Component: (await withWords(import('../features/record/items-page.js'))).ItemsPage,
            }),
          },
          {
            path: '/you/ending/:caseId',
            lazy: async () => ({
              Component: (await withWords(import('../features/ending/ending-page.js'))).EndingPage,
            }),
          },
          {
            path: paths.notes,
            lazy: async () => ({
              Component: (await withWords(import('../features/notes/notes-page.js'))).NotesPage,
            }),
          },
          {
            path: '/you/notes/:note',
            lazy: async () => ({
              Component: (await withWords(import('../features/notes/note-page.js'))).NotePage,
            }),
          },
          {
            path: '/sessions/:session',
            lazy: async () => ({
              Component: (await withWords(import('../features/session/session-page.js'))).SessionPage,
            }),
          },
          {
            path: '/cases/:caseId/drafts/:goal',
            lazy: async () => ({ Component: (await loadGoal()).DraftPage }),
          },
          ...['/plans/:plan/how', '/plans/:plan/goals/:goal/how'].map((path) => ({
            path,
            lazy: async () => ({
              Component: (await withWords(import('../features/how/how-page.js'))).HowPage,
            }),
          })),
          {
            path: '/plans/:plan/goals',
            lazy: async () => ({ Component: (await loadGoal()).PlanFrame }),
            children: [
              { path: 'new', lazy: async () => ({ Component: (await loadGoal()).NewGoalPage }) },
              { path: ':goal', lazy: async () => ({ Component: (await loadGoal()).GoalPage }) },
            ],
          },
        ],
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]

export function createPortalRouter() {
  return createBrowserRouter(routes)
}
