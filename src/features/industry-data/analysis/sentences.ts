import type { AnalysisAnswer, IndustryRow } from "./answer.ts";
import { dollars, figureWords, percentage, whole } from "./figure-words.ts";
import { periodWords } from "./question.ts";

/** The heart of an analysis in a few sentences, for everyone: what there is, how it moved, what is hidden. */
export function inShort(answer: AnalysisAnswer): string[] {
  const { question, total, rows } = answer;
  const { scope } = total;
  const whose =
    question.ownership === "private"
      ? "jobs with private employers"
      : "jobs, counting private and public employers";
  const sentences = [
    `In ${periodWords(question.to)} the region had ${figureWords(scope.jobs1, whole)} ${whose}, in ${whole(scope.establishments1)} establishments.`,
    movement(scope, question.from),
  ];
  if (scope.averagePay1 !== null) {
    sentences.push(
      `They paid ${dollars(scope.averagePay1)} a year on average${scope.payIsPartial ? ", as far as figures are published" : ""}.`,
    );
  }
  const hidden = rows.filter(({ withheldCounties }) => withheldCounties > 0).length;
  if (hidden > 0) sentences.push(hiddenWords(hidden, rows.length));
  return sentences;
}

function movement({ change, percent }: IndustryRow, from: string): string {
  const since = `since ${periodWords(from)}`;
  if (change.value === null)
    return `How the number moved ${since} cannot be told exactly, because figures are withheld.`;
  if (Math.round(change.value) === 0) return `That is as many as ${since.replace("since", "in")}.`;
  const share = percent.value === null ? "" : ` (${percentage(Math.abs(percent.value))})`;
  return `That is ${whole(Math.abs(change.value))} ${change.value > 0 ? "more" : "fewer"} than in ${periodWords(from)}${share}.`;
}

function hiddenWords(hidden: number, all: number): string {
  const of = hidden === 1 ? "one of the" : `${hidden} of the`;
  return `In ${of} ${all} industries below, the figures of some county are withheld to protect single employers: there we say what is known at least and at most, never zero.`;
}
