import type {Construct, ConstructRecord, Extension} from 'micromark-util-types'

/** What a text holds that has links made of bare addresses (GitHub Flavored Markdown, 6.9). */
const signs: Readonly<Record<string, RegExp>> = {
  emailAutolink: /[\w+.-]@[\w-]*\./,
  protocolAutolink: /https?:\/\//i,
  wwwAutolink: /www\./i
}

/** Look for no bare addresses where a text holds none: each word would be read once more, character by character. */
export function bareAddresses(text: string): (extension: Extension) => Extension {
  const absent = new Set(Object.keys(signs).filter((name) => signs[name]?.test(text) === false))
  const isWanted = ({name = ''}: Construct) => !absent.has(name)
  const wanted = (constructs: ConstructRecord): ConstructRecord =>
    Object.fromEntries(Object.entries(constructs).map(([code, some = []]) => [code, [some].flat().filter(isWanted)]))
  return (extension) => (extension.text === undefined ? extension : {...extension, text: wanted(extension.text)})
}
