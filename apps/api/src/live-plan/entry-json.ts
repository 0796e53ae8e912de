import type { HistoryEntry } from '@accord/domain/history/entry'
import type { EntryWords } from '../history/sealing.js'

/**
 * An entry as it travels, made once: for everybody who is told of it, and for whoever joins later. What it did and meant
 * is written already, as it was hashed; everything else is numbers, ids and names of ours, which need no escaping.
 */
export function entryJson(entry: HistoryEntry, { payload, record }: EntryWords): string {
  const { seq, epoch, hash, at, author, relation, clientId, op, session } = entry
  return (
    `{"seq":${seq},"epoch":${epoch},"hash":"${hash}","at":${at},"author":"${author}","relation":"${relation}",` +
    `"clientId":${quoted(clientId)},"op":${String(op)},"session":${quoted(session)},` +
    `"payload":${payload},"record":${record}}`
  )
}

function quoted(id: string | null): string {
  return id === null ? 'null' : `"${id}"`
}
