import type { Message } from '../language.ts';

export const paperErrors = {
  'error.paper_place_needed': {
    en: 'A room or a shelf has to stand somewhere. Choose the site or room it is in.',
    ko: '서고와 서가는 위치가 있어야 합니다. 어느 장소에 있는지 선택해 주십시오.',
  },
  'error.paper_does_not_fit': {
    en: 'That does not fit: only something smaller can lie in it. Choose a larger place.',
    ko: '그 안에는 넣을 수 없습니다. 더 큰 위치를 선택해 주십시오.',
  },
  'error.paper_inside_itself': {
    en: 'Nothing can lie in itself. Choose another place.',
    ko: '자기 자신 안으로는 옮길 수 없습니다. 다른 위치를 선택해 주십시오.',
  },
  'error.paper_code_taken': {
    en: 'The code {code} is taken, also if what had it is destroyed. Choose another, or leave it empty to be given one.',
    ko: '{code} 코드는 이미 쓰이고 있거나 파기된 것의 코드입니다. 다른 코드를 입력하거나, 비워 두면 자동으로 부여됩니다.',
  },
  'error.paper_code_of_many': {
    en: 'Several at once cannot have one code. Leave it empty: each is given its own.',
    ko: '여러 개를 한꺼번에 등록할 때는 코드를 하나로 정할 수 없습니다. 비워 두면 각각 부여됩니다.',
  },
  'error.paper_labels_used_up': {
    en: 'Every label number has been given. Tell whoever looks after Ashbook in your organisation.',
    ko: '라벨 번호를 모두 사용했습니다. 담당자에게 알려 주십시오.',
  },
  'error.paper_not_a_unit': {
    en: 'A place is no record. Only boxes, folders and documents can have a class.',
    ko: '장소는 기록이 아닙니다. 상자, 철, 문서에만 기록 종류를 정할 수 있습니다.',
  },
  'error.paper_within_unit': {
    en: '{code} is kept and destroyed as a whole. What lies in it can have no class of its own: take it out first, or take the class of {code} away.',
    ko: '{code} 상자·철은 통째로 보관하고 파기합니다. 안에 든 것에는 따로 기록 종류를 정할 수 없습니다. 먼저 꺼내거나 {code}의 기록 종류를 없애 주십시오.',
  },
  'error.paper_holds_units': {
    en: '{code} holds records with a class of their own. Take them out first, or take their class away.',
    ko: '{code} 안에 기록 종류가 따로 정해진 것이 있습니다. 먼저 꺼내거나 그 기록 종류를 없애 주십시오.',
  },
  'error.paper_unit_ordered': {
    en: '{code} is on a destruction order. Nothing of it can be changed until the order is carried out or rejected.',
    ko: '{code}는 파기 지시에 올라 있습니다. 집행되거나 반려될 때까지 변경할 수 없습니다.',
  },
  'error.paper_unit_held': {
    en: 'A hold is on {code}. Its class cannot be changed until the hold is released.',
    ko: '{code}는 파기 보류 중입니다. 보류가 해제될 때까지 기록 종류를 변경할 수 없습니다.',
  },
  'error.paper_unit_due': {
    en: '{code} is due for destruction. Its class can be changed only after a review has retained it longer.',
    ko: '{code}는 파기 대상입니다. 검토에서 보유를 연장한 뒤에만 기록 종류를 변경할 수 있습니다.',
  },
  'error.paper_not_empty': {
    en: 'There is still something in {code}. Move it first.',
    ko: '{code} 안에 아직 들어 있는 것이 있습니다. 먼저 옮겨 주십시오.',
  },
  'error.paper_is_unit': {
    en: '{code} holds records that have to be destroyed by an order. Only what holds nothing can be taken out of the registry.',
    ko: '{code}에는 파기 지시로 파기해야 하는 기록이 있습니다. 비어 있는 것만 등록을 삭제할 수 있습니다.',
  },
  'error.paper_on_shelf': {
    en: '{code} is at its place. There is nothing to bring back.',
    ko: '{code}는 제자리에 있습니다. 반납할 것이 없습니다.',
  },
  'error.paper_checked_out': {
    en: '{code} is checked out. It has to be checked in first.',
    ko: '{code}는 반출 중입니다. 먼저 반납해 주십시오.',
  },
  'error.paper_pulled': {
    en: '{code} has been pulled for destruction. It has to be returned to its shelf first.',
    ko: '{code}는 파기하기 위해 꺼내 놓았습니다. 먼저 서가로 되돌려 놓아야 합니다.',
  },
  'error.paper_in_custody': {
    en: '{code} has been handed over for destruction. It has to be returned first.',
    ko: '{code}는 파기하기 위해 인계되었습니다. 먼저 돌려받아야 합니다.',
  },
  'error.paper_missing': {
    en: '{code} is missing. Report it found first.',
    ko: '{code}는 분실 상태입니다. 찾았으면 먼저 찾았다고 등록해 주십시오.',
  },
  'error.paper_destroyed': {
    en: '{code} has been destroyed. If you hold it in your hands, tell the reviewer at once.',
    ko: '{code}는 파기된 것으로 등록되어 있습니다. 실물이 있다면 바로 검토자에게 알려 주십시오.',
  },
  'error.paper_holder_away': {
    en: '{code} lies in {holder}, which is not at its place. Bring that back first.',
    ko: '{code}가 들어 있는 {holder}가 제자리에 없습니다. 먼저 {holder} 상태를 바로잡아 주십시오.',
  },
  'error.paper_place_stays': {
    en: 'A site, room or shelf cannot be checked out or go missing.',
    ko: '장소, 서고, 서가는 반출하거나 분실 처리할 수 없습니다.',
  },
  'error.paper_part_stays': {
    en: 'This is a part that is to be destroyed by itself. It stays where it is registered; take the partial destruction back to change it.',
    ko: '따로 파기하기로 한 부분입니다. 등록된 곳에 그대로 둡니다. 바꾸려면 부분 파기 등록을 취소하십시오.',
  },
  'error.part_without_rule': {
    en: '{code} has no class, and lies in nothing that has one. Give it a class first: a part is kept by the rule of the whole.',
    ko: '{code}: 기록 종류가 없습니다. 부분도 전체의 보유 기준을 따르므로 먼저 기록 종류를 정하십시오.',
  },
  'error.part_larger_than_whole': {
    en: 'It has {sheets, plural, one {# sheet} other {# sheets}} by the registry. Enter fewer, or correct the registry first.',
    ko: '등록된 매수는 {sheets, number}매입니다. 더 적게 입력하거나 등록된 매수를 먼저 고치십시오.',
  },
  'error.part_is_whole': {
    en: 'These are all its sheets. Where nothing is to stay, the whole is destroyed by an order of its own.',
    ko: '전체 매수와 같습니다. 남길 것이 없으면 전체를 파기 지시에 올리십시오.',
  },
  'error.part_field_unknown': {
    en: 'This item is not in the catalogue, or is not in use any more. Choose another.',
    ko: '항목 목록에 없거나 사용 중지된 항목입니다. 다른 항목을 선택하십시오.',
  },
  'error.part_original_stays': {
    en: 'Where single items are taken out of it, the signed original stays. Choose either the items or the originals.',
    ko: '일부 항목만 지우면 서명 원본은 남습니다. 항목과 서명 원본 중 하나만 선택하십시오.',
  },
  'error.part_without_original': {
    en: 'This signed original does not lie here any more. Look at the page again.',
    ko: '이 서명 원본은 이제 여기에 없습니다. 화면을 다시 확인하십시오.',
  },
  'error.paper_period_reversed': {
    en: 'The period ends before it begins.',
    ko: '기간의 끝이 시작보다 앞섭니다.',
  },
  'error.label_unknown': {
    en: 'No label or code like this is registered in this office.',
    ko: '이 사무소에 등록되지 않은 라벨 또는 코드입니다.',
  },
  'error.label_sheet_start': {
    en: 'This sheet has {places, number} labels. Choose a place from 1 to {places, number}.',
    ko: '이 용지에는 라벨이 {places, number}개 있습니다. 1부터 {places, number} 사이에서 시작 위치를 선택해 주십시오.',
  },
  'error.inventory_open': {
    en: 'An inventory of this place is open already. Go on with it, or give it up first.',
    ko: '이 위치의 재고 조사가 이미 진행 중입니다. 이어서 하거나 먼저 취소해 주십시오.',
  },
  'error.inventory_closed': {
    en: 'This inventory is closed. Begin a new one.',
    ko: '완료된 재고 조사입니다. 새로 시작해 주십시오.',
  },
  'error.inventory_place_outside': {
    en: '{code} is not in the place that is gone through. Begin an inventory there.',
    ko: '{code}는 조사 중인 위치에 속하지 않습니다. 그 위치의 재고 조사를 따로 시작해 주십시오.',
  },
  'error.inventory_of_document': {
    en: 'A document holds nothing that could be gone through. Choose a shelf, a room, a site or a box.',
    ko: '문서 안에는 조사할 것이 없습니다. 서가, 서고, 장소 또는 상자를 선택해 주십시오.',
  },
  'error.paper_list_has_faults': {
    en: 'The list has {faults, plural, one {# fault} other {# faults}}. Mend the file, or change what the columns are, and check it again. Nothing was registered.',
    ko: '목록에 오류가 {faults, number}건 있습니다. 파일을 고치거나 열 지정을 바꾼 뒤 다시 점검해 주십시오. 등록된 것은 없습니다.',
  },
  'error.paper_list_too_long': {
    en: 'At most {rows, number} rows at once. Divide the file.',
    ko: '한 번에 {rows, number}행까지 가져올 수 있습니다. 파일을 나누어 주십시오.',
  },
  'error.paper_list_without_columns': {
    en: 'No column is taken over. Say of at least one column what it is.',
    ko: '가져올 열이 없습니다. 열을 하나 이상 지정해 주십시오.',
  },
  'error.consent_not_on_paper': {
    en: 'This consent was not given on paper, so there is no signed original.',
    ko: '서면으로 받은 동의가 아니므로 서명 원본이 없습니다.',
  },
  'error.original_destroyed': {
    en: 'The signed original of this consent has been destroyed.',
    ko: '이 동의의 서명 원본은 이미 파기되었습니다.',
  },
  'error.label_damaged': {
    en: 'This label was not read in full. Scan it once more; if it is damaged, print it anew.',
    ko: '라벨을 제대로 읽지 못했습니다. 다시 스캔하고, 손상되었다면 라벨을 다시 인쇄해 주십시오.',
  },
} satisfies Record<string, Message>;
