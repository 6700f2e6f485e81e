/** Finds one operator after the other; what stands before it are its operands. */
export class Operators {
  /** Where the operator that was found last begins and ends. */
  start = 0;
  end = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** The next operator; nothing where there is none any more. */
  next(): string {
    const { text } = this;
    let at = this.end;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isLetter(code)) {
        const start = at;
        while (at < text.length && isOperator(text.charCodeAt(at))) at += 1;
        const word = text.slice(start, at);
        if (word === "BI") {
          at = this.pastImage(at);
          this.start = start;
          this.end = at;
          return "EI";
        }
        if (word === "true" || word === "false" || word === "null") continue;
        this.start = start;
        this.end = at;
        return word;
      }
      if (code === 0x28) at = this.pastString(at);
      else if (code === 0x2f) {
        at += 1;
        while (at < text.length && isName(text.charCodeAt(at))) at += 1;
      } else if (code === 0x3c && text.charCodeAt(at + 1) !== 0x3c) {
        const end = text.indexOf(">", at);
        at = end < 0 ? text.length : end + 1;
      } else at += 1;
    }
    return "";
  }

  private pastString(start: number): number {
    const { text } = this;
    let depth = 0;
    for (let at = start; at < text.length; at += 1) {
      const sign = text[at];
      if (sign === "\\") at += 1;
      else if (sign === "(") depth += 1;
      else if (sign === ")" && (depth -= 1) === 0) return at + 1;
    }
    return text.length;
  }

  private pastImage(at: number): number {
    const end = /\sEI(?=\s|$)/g;
    end.lastIndex = at;
    return end.exec(this.text) ? end.lastIndex : this.text.length;
  }
}

/** Where something other than blanks begins. */
export function afterBlanks(text: string, at: number): number {
  let next = at;
  while (text.charCodeAt(next) <= 0x20) next += 1;
  return next;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isOperator(code: number): boolean {
  return isLetter(code) || code === 0x2a || (code >= 0x30 && code <= 0x39);
}

function isName(code: number): boolean {
  return code > 0x20 && !"()<>[]{}/%".includes(String.fromCharCode(code));
}
