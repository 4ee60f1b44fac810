const mergedWords = /\s*\(Đã gộp vào kiến nghị [^()\s]+ để tiếp tục giải quyết\.\)$/u;

/** A task with the words that say where its matter goes on (its code); without them where it goes on itself. */
export function withMergedWords(task: string, code: string | null): string {
  const own = task.replace(mergedWords, "");
  return code === null ? own : `${own}\n(Đã gộp vào kiến nghị ${code} để tiếp tục giải quyết.)`;
}
