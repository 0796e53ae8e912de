import type { NoteId } from '@accord/domain/ids'
import type {
  AmendBody,
  CoSignBody,
  NoteView,
  ReleaseBody,
  ReturnBody,
  SignBody,
} from '@accord/domain/rest/note'
import { postJson } from '../../../lib/http.js'

/** What is done with a note, and with what. */
export type NoteDeed =
  | { readonly act: 'sign'; readonly body: SignBody }
  | { readonly act: 'amendments'; readonly body: AmendBody }
  | { readonly act: 'co-sign'; readonly body: CoSignBody }
  | { readonly act: 'return'; readonly body: ReturnBody }
  | { readonly act: 'release'; readonly body: ReleaseBody }

/** Answers with the note as it stands then. */
export function actOnNote(note: NoteId, { act, body }: NoteDeed): Promise<NoteView> {
  return postJson<NoteView>(`/api/notes/${note}/${act}`, body)
}
