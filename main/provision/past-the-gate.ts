import type { ChannelName } from '../../shared/contract/contract.ts';

const finding = 'Names: somebody has to be found before it can be said what for.';
const underWay = 'A consent that is being given: nothing is agreed yet that a use could be measured by.';
const notYetHere = 'Somebody else’s file, shown to whoever brought it before any of it is kept.';
const comparing = 'Compares those who are here already with those who come, so that nobody is entered twice.';
const sealing =
  'Opens to seal again for another place or with something more in it, and answers nothing of it.';

/** Channels that open or answer personal data without asking the gate, and why each of them may. Kept short: see decision 0150. */
export const pastTheGate: Readonly<Partial<Record<ChannelName, string>>> = {
  'collection.listPeople': finding,
  'collection.listRequests': finding,
  'collection.listRenewals': finding,
  'paper.openEntry': finding,
  'collection.listDrafts': underWay,
  'collection.openDraft': underWay,
  'collection.saveDraft': underWay,
  'collection.findSimilarPeople': comparing,
  'collection.capture': comparing,
  'collection.readImport': notYetHere,
  'collection.suggestImport': notYetHere,
  'collection.listImportFindings': notYetHere,
  'collection.checkImport': comparing,
  'collection.runImport': comparing,
  'collection.readAttachment':
    'Pieces of what collection.openAttachment opened through the gate, without which they are refused.',
  'collection.finishAttachment': 'Answers what its caller has just handed in.',
  'collection.removeAttachment': 'Reads which file is to be removed, and answers nothing of it.',
  'collection.extendRequest': sealing,
  'collection.answerRequest': sealing,
  'collection.expire': sealing,
  'collection.withdraw': sealing,
  'collection.withdrawAll': sealing,
  'retention.confirmClock': sealing,
  'retention.decideExtension': sealing,
  'retention.decideRuleChange': sealing,
  'retention.recordHappening': sealing,
  'retention.separate': sealing,
  'destruction.executeOrder': sealing,
  'register.checkEvidence':
    'Files that were handed in, checked against each other: nothing of them that the office keeps is opened.',
  'destruction.readOrderFile':
    'Photographs and sheets of a destruction: they are about paper and machines, and of nobody who consented.',
};
