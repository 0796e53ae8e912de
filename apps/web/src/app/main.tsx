import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@accord/ui/styles/accord.css'
import './web.css'
import './finding.css'
import '../features/client/private/private.css'
import '../features/client/session/session.css'
import '../features/review/queue/queue.css'
import '../features/client/ending/ending.css'
import '../features/client/profile/profile.css'
import '../features/administration/consent/consent-texts.css'
import '../features/client/alliance/alliance.css'
import '../lib/added/added.css'
import '../features/client/barriers/barriers.css'
import '../features/client/consent/consent.css'
import '../features/client/between/between.css'
import '../features/client/drafts/drafts.css'
import '../features/review/review.css'
import '../features/client/measures/measures.css'
import '../lib/alarms/alarms.css'
import '../features/administration/outbox/outbox.css'
import '../features/administration/requests/requests.css'
import '../lib/safety/safety.css'
import { restoreTheme } from '@accord/ui/theme/use-theme'
import { createQueryClient } from '../lib/query-client.js'
import { Providers } from './providers.js'
import { createRouter } from './router.js'

restoreTheme()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <Providers router={createRouter()} queries={createQueryClient()} />
  </StrictMode>,
)
