/// The bytes of Resources/, compiled in so that the program can be copied anywhere. Nothing is decoded here.
#pragma once
#include <stddef.h>

/// One file of Resources/: its bytes live as long as the program.
struct care_file {
  const unsigned char *_Nonnull bytes;
  size_t count;
};

struct care_file care_checklists(void);
struct care_file care_contacts(void);
struct care_file care_equipment(void);
struct care_file care_signs(void);
struct care_file care_sources(void);
struct care_file care_symptoms(void);
struct care_file care_topics(void);
