import type { ImportAnswer } from '@accord/domain/rest/client-import'
import { postJson } from '../../../lib/http.js'

/** Says what an import would do, or does it: all rows or none. (CL16) */
export function importClients(csv: string, dry: boolean): Promise<ImportAnswer> {
  return postJson<ImportAnswer>(dry ? '/api/clients/import?dry=1' : '/api/clients/import', { csv })
}
