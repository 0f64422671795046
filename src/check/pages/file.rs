//! What breaks a file before its records can be read.

use crate::check::Page;
use crate::diagnostics::Code;

pub(super) static PAGES: &[Page] = &[
    Page {
        code: Code::NotUtf8,
        what: "The file holds bytes that are not UTF-8: most often it was saved by an old editor in a code page of \
               Windows, in which accented letters of Vietnamese are other bytes.",
        why: "UTF-8 is the one encoding in which every name can be written and every program agrees.",
        example: "",
        instead: "\
companies:
  - {id: fpt, name: Công ty Cổ phần FPT}
",
    },
    Page {
        code: Code::NotYaml,
        what: "The text breaks the syntax of YAML: a quote or bracket that is not closed, a tab used to indent, a \
               mapping that is out of line. Reading goes on at the next section, so that the rest of the file is \
               checked too.",
        why: "Nothing within the broken part can be read. A text with `: ` or ` #` in it, or one that starts with a \
              special character, needs quotes.",
        example: "\
companies:
  - {id: fpt, name: \"FPT}
",
        instead: "\
companies:
  - {id: fpt, name: \"FPT\"}
",
    },
    Page {
        code: Code::ControlCharacters,
        what: "A text holds characters that cannot be seen: zero-width spaces, marks that turn the direction of \
               writing, control codes. They come along when a text is copied from a web page or a PDF.",
        why: "Two names that look the same are then different, and what a reviewer sees is not what the program reads.",
        example: "",
        instead: "\
companies:
  - {id: fpt, name: FPT}
",
    },
    Page {
        code: Code::OverBudget,
        what: "The file nests lists and mappings more than 64 deep, or has more than two million values when its \
               aliases are expanded.",
        why: "No data need that. A bracket that is not closed makes deep files, and aliases of aliases make small \
              files that fill all memory.",
        example: "\
companies: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
",
        instead: "\
companies: []
",
    },
    Page {
        code: Code::SecondDocument,
        what: "The file holds a second YAML document, after a line `---`.",
        why: "One file is one document, so that an error has one place and no section is hidden behind the first.",
        example: "\
companies:
  - {id: fpt, name: FPT}
---
companies:
  - {id: viettel, name: Viettel}
",
        instead: "\
companies:
  - {id: fpt, name: FPT}
  - {id: viettel, name: Viettel}
",
    },
    Page {
        code: Code::Tag,
        what: "A value carries a tag such as `!!str` or `!date`.",
        why: "What type a value has is said by its field, and by nothing else: `NO` is a country in `country`, and a \
              text elsewhere. Tags would say it a second time.",
        example: "\
companies:
  - {id: fpt, name: !!str FPT}
",
        instead: "\
companies:
  - {id: fpt, name: FPT}
",
    },
    Page {
        code: Code::MergeKey,
        what: "A mapping takes over the fields of another with the key `<<`.",
        why: "A record is read where it stands: a reader, and a reviewer of a change, must not have to look elsewhere \
              for half of its fields.",
        example: "\
companies:
  - &base {id: fpt, name: FPT, country: VN}
  - {<<: *base, id: fpt-software, name: FPT Software}
",
        instead: "\
companies:
  - {id: fpt, name: FPT, country: VN}
  - {id: fpt-software, name: FPT Software, country: VN}
",
    },
    Page {
        code: Code::ComplexKey,
        what: "What stands before a colon is a list or a mapping.",
        why: "Fields have names. A text that starts with `[`, `{` or `?` needs quotes.",
        example: "\
companies:
  - {id: fpt, [name]: FPT}
",
        instead: "\
companies:
  - {id: fpt, name: FPT}
",
    },
    Page {
        code: Code::UnknownAnchor,
        what: "An alias, `*name`, repeats a value, and no value above it is marked `&name`.",
        why: "Either the mark is missing or misspelt, or a text was meant to start with a star and needs quotes.",
        example: "\
companies:
  - {id: fpt, name: *fpt}
",
        instead: "\
companies:
  - {id: fpt, name: \"*fpt\"}
",
    },
    Page {
        code: Code::DuplicateKey,
        what: "A mapping has one key twice; at the top of a file, a section stands there twice.",
        why: "YAML readers keep the one or the other and say nothing. Here nothing is dropped silently.",
        example: "\
companies:
  - {id: fpt, name: FPT, name: FPT Corporation}
",
        instead: "\
companies:
  - {id: fpt, name: FPT Corporation, short: FPT}
",
    },
];
