import { lazy, Suspense } from 'react'
import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { ClientsPage } from '../features/clients/clients-page.js'
import { SignInPage } from '../features/sign-in/sign-in-page.js'
import { CrashedPage } from './crashed-page.js'
import { FirstRoom } from './first-room.js'
import { Links } from './links.js'
import { NotFoundPage } from './not-found-page.js'
import { SignedIn } from './signed-in.js'

/** The live plan and its connection come with the first client that is opened, not with the sign-in page. */
const ClientPage = lazy(async () => ({
  default: (await import('../features/client/client-page.js')).ClientPage,
}))

/** The administration room comes as one, when somebody who may enter it does. */
async function desk() {
  const [people, client, staff, cases, opening, file, importing] = await Promise.all([
    import('../features/administration/people/people-page.js'),
    import('../features/administration/client/client-file-page.js'),
    import('../features/administration/staff/staff-file-page.js'),
    import('../features/administration/cases/cases-page.js'),
    import('../features/administration/cases/open-case-page.js'),
    import('../features/administration/cases/case-file-page.js'),
    import('../features/administration/import/import-page.js'),
  ])
  return { ...people, ...client, ...staff, ...cases, ...opening, ...file, ...importing }
}

/** Every address of the console. */
export const ROUTES: RouteObject[] = [
  {
    element: <Links />,
    errorElement: <CrashedPage />,
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
          { path: '/clients', element: <ClientsPage /> },
          { path: '/clients/:caseId', element: <Navigate to="goals" replace relative="path" /> },
          { path: '/clients/:caseId/goals', element: client('goals') },
          { path: '/clients/:caseId/history', element: client('history') },
          {
            path: '/administration',
            lazy: async () => ({
              Component: (await import('../features/administration/desk-room.js')).DeskRoom,
            }),
            children: [
              { index: true, element: <Navigate to="people" replace /> },
              { path: 'people', lazy: async () => ({ Component: (await desk()).PeoplePage }) },
              { path: 'clients/:person', lazy: async () => ({ Component: (await desk()).ClientFilePage }) },
              { path: 'staff/:person', lazy: async () => ({ Component: (await desk()).StaffFilePage }) },
              { path: 'cases', lazy: async () => ({ Component: (await desk()).CasesPage }) },
              { path: 'cases/new', lazy: async () => ({ Component: (await desk()).OpenCasePage }) },
              { path: 'cases/:caseId', lazy: async () => ({ Component: (await desk()).CaseFilePage }) },
              { path: 'import', lazy: async () => ({ Component: (await desk()).ImportPage }) },
            ],
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

function client(tab: 'goals' | 'history') {
  return (
    <Suspense>
      <ClientPage tab={tab} />
    </Suspense>
  )
}
