-- Each look at a case asks for its letters.
create index inquiry_letter_by_case on madoguchi.inquiry_letter (reception_number);
