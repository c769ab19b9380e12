import {HtmlValidate} from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // How long a title is, is its author's affair; a lone “>” is no error of HTML.
  rules: {'long-title': 'off', 'no-raw-characters': 'off'}
})

/** What html-validate finds wrong with a page. */
export async function htmlFaults(page: string): Promise<ReadonlyArray<string>> {
  const {results} = await validator.validateString(page)
  const messages = results.flatMap((result) => result.messages)
  return messages.map(({ruleId, message, selector}) => `${ruleId}: ${message} (${selector})`)
}
