import { lazy, Suspense, type ComponentProps } from 'react'
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { ClientsPage } from '../features/clients/clients-page.js'
import { TodayPage } from '../features/today/today-page.js'
import { SignInPage } from '../features/sign-in/sign-in-page.js'
import { CrashedPage } from './crashed-page.js'
import { FirstRoom } from './first-room.js'
import { Links } from './links.js'
import { NotFoundPage } from './not-found-page.js'
import { SignedIn } from './signed-in.js'
import { WaitingPage } from './waiting-page.js'

/** The live plan and its connection come with the first client that is opened, not with the sign-in page. */
const ClientPage = lazy(async () => ({
  default: (await import('../features/client/client-page.js')).ClientPage,
}))

/** Every address of the console. */
export const ROUTES: RouteObject[] = [
  {
    element: <Links />,
    errorElement: <CrashedPage />,
    hydrateFallbackElement: <WaitingPage />,
    children: [
      { path: '/sign-in', element: <SignInPage /> },
      {
        path: '/set-up',
        lazy: async () => ({ Component: (await import('../features/set-up/set-up-page.js')).SetUpPage }),
      },
      {
        path: '/welcome',
        lazy: async () => ({ Component: (await import('../features/welcome/welcome-page.js')).WelcomePage }),
      },
      {
        element: <SignedIn />,
        children: [
          { path: '/', element: <FirstRoom /> },
          { path: '/today', element: <TodayPage /> },
          { path: '/clients', element: <ClientsPage /> },
          { path: '/clients/:caseId', element: <Navigate to="goals" replace relative="path" /> },
          { path: '/clients/:caseId/goals', element: client('goals') },
          { path: '/clients/:caseId/alliance', element: client('alliance') },
          { path: '/clients/:caseId/sessions', element: client('sessions') },
          {
            path: '/sessions/:session',
            lazy: async () => ({
              Component: (await import('../features/session/session-page.js')).SessionPage,
            }),
          },
          {
            path: '/sessions/:session/together',
            lazy: async () => ({
              Component: (await import('../features/session/together-page.js')).TogetherPage,
            }),
          },
          {
            path: '/sessions/:session/note',
            lazy: async () => ({ Component: (await import('../features/note/note-page.js')).NotePage }),
          },
          {
            path: '/notes/:note',
            lazy: async () => ({
              Component: (await import('../features/note/note-view-page.js')).NoteViewPage,
            }),
          },
          { path: '/clients/:caseId/notes', element: client('notes') },
          { path: '/clients/:caseId/history', element: client('history') },
          { path: '/clients/:caseId/measures/:instrument', element: client('measure') },
          { path: '/clients/:caseId/safety', element: client('safety') },
          { path: '/clients/:caseId/ending', element: client('ending') },
          { path: '/clients/:caseId/profile', element: client('profile') },
          { path: '/clients/:caseId/between', element: client('between') },
          { path: '/clients/:caseId/between/history', element: client('between-history') },
          {
            path: '/reviews',
            lazy: async () => ({
              Component: (await import('../features/review/queue/queue-page.js')).QueuePage,
            }),
          },
          { path: '/reviews/log', lazy: () => log('supervisor') },
          { path: '/supervision', lazy: () => log('practitioner') },
          {
            path: '/reviews/:caseId',
            lazy: async () => ({
              Component: (await import('../features/review/replay/replay-page.js')).ReplayPage,
            }),
          },
          {
            path: '/emergency',
            lazy: async () => ({
              Component: (await import('../features/emergency/emergency-page.js')).EmergencyPage,
            }),
          },
          {
            path: '/emergency/openings',
            lazy: async () => ({
              Component: (await import('../features/emergency/openings-page.js')).OpeningsPage,
            }),
          },
          {
            path: '/emergency/:access',
            lazy: async () => ({
              Component: (await import('../features/emergency/opened-page.js')).OpenedPage,
            }),
          },
          {
            path: '/alarms',
            lazy: async () => ({
              Component: (await import('../features/alarms/alarms-page.js')).AlarmsPage,
            }),
          },
          {
            path: '/account',
            lazy: async () => ({ Component: (await import('../features/account/ways-page.js')).WaysPage }),
          },
          { path: '/requests', element: <Navigate to="/administration/requests" replace /> },
          { path: '/outbox', element: <Navigate to="/administration/outbox" replace /> },
          {
            path: '/administration/*',
            lazy: async () => ({
              Component: (await import('../features/administration/desk-room.js')).DeskRoom,
            }),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]

export function createRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(ROUTES)
}

function client(tab: ComponentProps<typeof ClientPage>['tab']) {
  return (
    <Suspense>
      <ClientPage tab={tab} />
    </Suspense>
  )
}

/** The same log from either side. */
async function log(as: 'supervisor' | 'practitioner') {
  const { LogPage } = await import('../features/review/supervision/log-page.js')
  return { element: <LogPage as={as} /> }
}
