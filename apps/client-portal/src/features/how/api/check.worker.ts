import { serveChecks } from '@accord/ui/replay/check/serve-checks'

serveChecks(self)
