import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { GoalsPage } from '../features/goals-list/goals-page.js'
import { SignInScreen } from '../features/sign-in/sign-in-screen.js'
import { AccountMenu } from '../features/account/account-menu.js'
import { paths } from '../lib/paths.js'
import { NotFoundPage } from './not-found-page.js'
import { PageFailed } from './page-failed.js'
import { Root } from './root.js'
import { SignedInOnly } from './signed-in-only.js'

/** The first screens come with the app. What an open goal needs is fetched when a goal is opened. */
export const routes: RouteObject[] = [
  {
    element: <Root />,
    errorElement: <PageFailed />,
    children: [
      { path: paths.signIn, element: <SignInScreen /> },
      {
        element: <SignedInOnly />,
        children: [
          { index: true, element: <Navigate to={paths.goals} replace /> },
          { path: paths.goals, element: <GoalsPage account={<AccountMenu />} /> },
        ],
      },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]

export function createPortalRouter() {
  return createBrowserRouter(routes)
}
