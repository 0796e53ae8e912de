import type { ReleasedNote, ReplyBody } from '@accord/domain/rest/note'
import { sendJson } from '../../../lib/request.js'

/** Says something about a note. (TO10) */
export async function replyToNote(note: string, body: ReplyBody): Promise<ReleasedNote> {
  const answer = await sendJson(`/api/notes/${encodeURIComponent(note)}/replies`, body)
  return (await answer.json()) as ReleasedNote
}
