import '@accord/ui/styles/accord.css'
import '../styles/portal.css'
import '../styles/check-in.css'
import '../styles/questionnaire.css'
import '../styles/consent.css'
import '../styles/in-the-way.css'
import { restoreTheme } from '@accord/ui/theme/use-theme'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { keepShell } from '../lib/keep-shell.js'
import { createQueryClient } from '../lib/query-client.js'
import { App } from './app.js'

restoreTheme()
const root = document.getElementById('root')
if (!root) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <App client={createQueryClient()} />
  </StrictMode>,
)

// After the page, whose own files come first on a slow network.
if (import.meta.env.PROD) window.addEventListener('load', () => void keepShell(), { once: true })
