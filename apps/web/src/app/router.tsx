import { createBrowserRouter, Navigate, type RouteObject } from 'react-router'
import { ClientsPage } from '../features/clients/clients-page.js'
import { ClientPage } from '../features/client/client-page.js'
import { SignInPage } from '../features/sign-in/sign-in-page.js'
import { CrashedPage } from './crashed-page.js'
import { Links } from './links.js'
import { NotFoundPage } from './not-found-page.js'
import { SignedIn } from './signed-in.js'

/** Every address of the console. */
export const ROUTES: RouteObject[] = [
  {
    element: <Links />,
    errorElement: <CrashedPage />,
    children: [
      { path: '/sign-in', element: <SignInPage /> },
      {
        element: <SignedIn />,
        children: [
          { path: '/', element: <Navigate to="/clients" replace /> },
          { path: '/clients', element: <ClientsPage /> },
          { path: '/clients/:caseId', element: <Navigate to="goals" replace relative="path" /> },
          { path: '/clients/:caseId/goals', element: <ClientPage tab="goals" /> },
          { path: '/clients/:caseId/history', element: <ClientPage tab="history" /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]

export function createRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(ROUTES)
}
