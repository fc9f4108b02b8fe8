package jp.madoguchi.reception;

/** What a person does at one step of the process; the process moves on when it returns. */
interface StepAct {

  /** The step's name in the diagram. */
  String step();

  /**
   * Does the step on an application that the caller holds.
   *
   * @throws jp.madoguchi.problem.BusinessException when something is missing; nothing is kept then
   */
  void perform(Application application, StepForm form);
}
