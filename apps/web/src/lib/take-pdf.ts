import { getFile } from './http.js'

export type Paper = 'A4' | 'Letter'

/** A note on paper, or a form to be filled by hand. (NO15) */
export function takePdf(address: string, paper: Paper): Promise<Blob> {
  return getFile(`/api/${address}?paper=${paper}`)
}
